CREATE TABLE `client_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`staff_session` text NOT NULL,
	`folder_id` text,
	`sealed` blob NOT NULL,
	`screen_hash` text,
	`started_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `client_sessions_staff` ON `client_sessions` (`staff_session`,`ended_at`);--> statement-breakpoint
CREATE INDEX `client_sessions_screen` ON `client_sessions` (`screen_hash`);--> statement-breakpoint
CREATE INDEX `client_sessions_expires` ON `client_sessions` (`ended_at`,`expires_at`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `client_session` text REFERENCES client_sessions(id) ON DELETE cascade;