CREATE TABLE `past_cases` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`county` text NOT NULL,
	`service` text NOT NULL,
	`mode` text NOT NULL,
	`channel` text NOT NULL,
	`status` text NOT NULL,
	`submitted_at` text NOT NULL,
	`answered_at` text,
	`decided_at` text,
	`corrections` integer NOT NULL,
	`declined_for` text,
	`rating` integer
);
--> statement-breakpoint
CREATE TABLE `__new_applications` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`number` integer NOT NULL,
	`service` text NOT NULL,
	`member` text,
	`status` text NOT NULL,
	`county` text,
	`person_hash` text,
	`round` text,
	`created_at` text NOT NULL,
	`submitted_at` text,
	`changed_at` text NOT NULL,
	`expires_at` text,
	`mode` text,
	`assignee` text,
	`proposed_by` text,
	`due_on` text,
	`channel` text DEFAULT 'self' NOT NULL,
	`answered_at` text,
	`decided_at` text,
	`corrections` integer DEFAULT 0 NOT NULL,
	`declined_for` text,
	`rating` integer,
	`rating_answered_at` text,
	`sealed` blob,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_applications`("id", "folder_id", "number", "service", "member", "status", "county", "person_hash", "round", "created_at", "submitted_at", "changed_at", "expires_at", "mode", "assignee", "proposed_by", "due_on", "answered_at", "decided_at", "corrections", "sealed")
SELECT "id", "folder_id", "number", "service", "member", "status", "county", "person_hash", "round", "created_at", "submitted_at", "changed_at", "expires_at", "mode", "assignee", "proposed_by", "due_on",
	(SELECT min(e."at") FROM `events` e WHERE e."application_id" = a."id" AND e."type" IN ('accept', 'ask-correction', 'start-review', 'approve', 'decline')),
	(SELECT min(e."at") FROM `events` e WHERE e."application_id" = a."id" AND e."type" IN ('approve', 'decline')),
	(SELECT count(*) FROM `events` e WHERE e."application_id" = a."id" AND e."type" = 'ask-correction'),
	"sealed" FROM `applications` a;
--> statement-breakpoint
DROP TABLE `applications`;--> statement-breakpoint
ALTER TABLE `__new_applications` RENAME TO `applications`;--> statement-breakpoint
CREATE UNIQUE INDEX `applications_number` ON `applications` (`folder_id`,`number`);--> statement-breakpoint
CREATE INDEX `applications_queue` ON `applications` (`county`,`status`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `applications_person` ON `applications` (`person_hash`);--> statement-breakpoint
CREATE INDEX `applications_expires` ON `applications` (`expires_at`);
