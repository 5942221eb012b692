CREATE TABLE `halls` (
	`id` text PRIMARY KEY NOT NULL,
	`place` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_bo` text NOT NULL,
	`second_factor` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`login_hash` text NOT NULL,
	`sealed` blob NOT NULL,
	`role` text NOT NULL,
	`hall_id` text,
	`password_hash` text,
	`second_factor` blob,
	`last_step` integer,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_login_hash_unique` ON `staff` (`login_hash`);--> statement-breakpoint
CREATE INDEX `staff_hall` ON `staff` (`hall_id`);--> statement-breakpoint
CREATE TABLE `staff_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`practice` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `staff_sessions_staff` ON `staff_sessions` (`staff_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_events` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`application_id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`sealed` blob NOT NULL,
	`content` text NOT NULL,
	`link` text NOT NULL,
	`chain` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_events`("id", "application_id", "seq", "type", "at", "sealed", "content", "link", "chain") SELECT "id", "application_id", "seq", "type", "at", "sealed", '', '', '' FROM `events` ORDER BY "at", "application_id", "seq";--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `events_seq` ON `events` (`application_id`,`seq`);--> statement-breakpoint
ALTER TABLE `applications` ADD `mode` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `assignee` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `proposed_by` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `due_on` text;--> statement-breakpoint
CREATE INDEX `applications_queue` ON `applications` (`county`,`status`,`submitted_at`);