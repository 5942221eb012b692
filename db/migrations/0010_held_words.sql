ALTER TABLE `applications` ADD `held_by` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `held_step` text;--> statement-breakpoint
CREATE INDEX `applications_held` ON `applications` (`county`,`held_by`) WHERE held_by is not null;