CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` text NOT NULL,
	`mode` text NOT NULL,
	`page` text NOT NULL,
	`kind` text NOT NULL,
	`message` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pin_attempts` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `saved_checks` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`pin_hash` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_checks_expires` ON `saved_checks` (`expires_at`);