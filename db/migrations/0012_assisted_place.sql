ALTER TABLE `client_sessions` ADD `place` text;--> statement-breakpoint
UPDATE `client_sessions` SET `place` = (
  SELECT CASE WHEN `staff_sessions`.`practice` THEN '990000' ELSE `halls`.`place` END
  FROM `staff_sessions` JOIN `staff` ON `staff`.`id` = `staff_sessions`.`staff_id` JOIN `halls` ON `halls`.`id` = `staff`.`hall_id`
  WHERE `staff_sessions`.`id_hash` = `client_sessions`.`staff_session`
) WHERE `ended_at` IS NULL;
