CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`series` text NOT NULL,
	`running` integer NOT NULL,
	`code_hash` text NOT NULL,
	`issuer` text NOT NULL,
	`checksum` text NOT NULL,
	`issued_at` text NOT NULL,
	`told_at` text NOT NULL,
	`state` text NOT NULL,
	`ended_by` text,
	`ended_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_code_hash_unique` ON `letters` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number` ON `letters` (`series`,`running`);--> statement-breakpoint
CREATE INDEX `letters_application` ON `letters` (`application_id`);