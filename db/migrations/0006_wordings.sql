CREATE TABLE `wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
