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
ALTER TABLE `staff` ADD `more_roles` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `serves` text;