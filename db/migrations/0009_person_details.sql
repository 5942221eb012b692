ALTER TABLE `applications` ADD `details_hash` text;--> statement-breakpoint
CREATE INDEX `applications_details` ON `applications` (`details_hash`) WHERE details_hash is not null;