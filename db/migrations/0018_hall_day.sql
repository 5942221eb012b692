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
CREATE INDEX `letters_application` ON `letters` (`application_id`);--> statement-breakpoint
CREATE TABLE `announced_days` (
	`id` text PRIMARY KEY NOT NULL,
	`year` text NOT NULL,
	`notice` text NOT NULL,
	`off` text NOT NULL,
	`worked` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`place` text NOT NULL,
	`audience` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`zh` text NOT NULL,
	`bo` text,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `announcements_until` ON `announcements` (`until_day`);--> statement-breakpoint
CREATE TABLE `own_phrases` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`zh` text NOT NULL,
	`bo` text NOT NULL,
	`state` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `own_phrases_place` ON `own_phrases` (`place`);--> statement-breakpoint
ALTER TABLE `applications` ADD `asked_at` text;--> statement-breakpoint
CREATE INDEX `applications_asked` ON `applications` (`county`,`asked_at`) WHERE asked_at is not null;--> statement-breakpoint
ALTER TABLE `staff` ADD `more_roles` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `serves` text;