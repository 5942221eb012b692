ALTER TABLE `feedback` ADD `county` text;--> statement-breakpoint
ALTER TABLE `feedback` ADD `state` text DEFAULT 'new' NOT NULL;--> statement-breakpoint
ALTER TABLE `feedback` ADD `answer` text;--> statement-breakpoint
ALTER TABLE `feedback` ADD `changed_at` text;