CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`number` integer NOT NULL,
	`service` text NOT NULL,
	`member` text,
	`status` text NOT NULL,
	`county` text,
	`person_hash` text,
	`round` text,
	`sealed` blob,
	`created_at` text NOT NULL,
	`submitted_at` text,
	`changed_at` text NOT NULL,
	`expires_at` text,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_number` ON `applications` (`folder_id`,`number`);--> statement-breakpoint
CREATE INDEX `applications_person` ON `applications` (`person_hash`);--> statement-breakpoint
CREATE INDEX `applications_expires` ON `applications` (`expires_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_seq` ON `events` (`application_id`,`seq`);--> statement-breakpoint
CREATE TABLE `folders` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`pin_hash` text NOT NULL,
	`sealed` blob NOT NULL,
	`version` integer NOT NULL,
	`round` text NOT NULL,
	`created_at` text NOT NULL,
	`saved_at` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `folders_code_hash_unique` ON `folders` (`code_hash`);--> statement-breakpoint
CREATE INDEX `folders_expires` ON `folders` (`expires_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`sealed` blob NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_application` ON `outbox` (`application_id`);--> statement-breakpoint
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`paper` text NOT NULL,
	`state` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`size` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `papers_folder` ON `papers` (`folder_id`,`paper`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_folder` ON `sessions` (`folder_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);