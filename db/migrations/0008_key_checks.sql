CREATE TABLE `key_checks` (
	`value` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`made_at` text NOT NULL
);
