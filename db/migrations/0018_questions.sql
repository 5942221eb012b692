ALTER TABLE `applications` ADD `asked_at` text;--> statement-breakpoint
CREATE INDEX `applications_asked` ON `applications` (`county`,`asked_at`) WHERE asked_at is not null;