CREATE TABLE `saved_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_filters_staff` ON `saved_filters` (`staff_id`);--> statement-breakpoint
DROP INDEX `applications_queue`;--> statement-breakpoint
CREATE INDEX `applications_desk` ON `applications` (`county`,`status`,`submitted_at`,`id`,`service`,`mode`,`assignee`,`due_on`,`proposed_by`);