CREATE TABLE `wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `applications_desk`;--> statement-breakpoint
DROP INDEX `applications_person`;--> statement-breakpoint
DROP INDEX `applications_expires`;--> statement-breakpoint
CREATE INDEX `applications_rating` ON `applications` (`county`,`rating`,`status`) WHERE rating is not null and rating_answered_at is null;--> statement-breakpoint
CREATE INDEX `applications_desk` ON `applications` (`county`,`status`,`submitted_at`,`id`,`service`,`mode`,`assignee`,`due_on`,`proposed_by`) WHERE submitted_at is not null;--> statement-breakpoint
CREATE INDEX `applications_person` ON `applications` (`person_hash`) WHERE person_hash is not null;--> statement-breakpoint
CREATE INDEX `applications_expires` ON `applications` (`expires_at`) WHERE expires_at is not null;