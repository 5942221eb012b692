CREATE TABLE `folder_lookups` (
	`lookup_hash` text NOT NULL,
	`folder_id` text NOT NULL,
	PRIMARY KEY(`lookup_hash`, `folder_id`),
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `folder_lookups_folder` ON `folder_lookups` (`folder_id`);--> statement-breakpoint
CREATE TABLE `person_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`ground` text NOT NULL,
	`application_id` text,
	`hashes` text NOT NULL,
	`at` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_searches_staff` ON `person_searches` (`staff_id`,`at`);--> statement-breakpoint
CREATE INDEX `person_searches_at` ON `person_searches` (`at`);--> statement-breakpoint
CREATE TABLE `recoveries` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`way` text NOT NULL,
	`staff_id` text NOT NULL,
	`hall_id` text NOT NULL,
	`place` text NOT NULL,
	`confirm_place` text NOT NULL,
	`confirmed_by` text,
	`sealed` blob NOT NULL,
	`screen_hash` text,
	`screen_until` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `recoveries_folder` ON `recoveries` (`folder_id`);--> statement-breakpoint
CREATE INDEX `recoveries_place` ON `recoveries` (`ended_at`,`place`,`confirm_place`);--> statement-breakpoint
CREATE INDEX `recoveries_screen` ON `recoveries` (`screen_hash`);