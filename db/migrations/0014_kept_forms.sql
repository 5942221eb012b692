CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`staff_id` text NOT NULL,
	`practice` integer NOT NULL,
	`sealed` blob NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `kept_forms_browser` ON `kept_forms` (`browser_hash`,`staff_id`);--> statement-breakpoint
CREATE INDEX `kept_forms_staff` ON `kept_forms` (`staff_id`);