CREATE TABLE `shop`.`scores` (
  `frequency` INT64 NOT NULL,
  `recency_days` INT64 NOT NULL,
  `age_days` INT64 NOT NULL,
  `probability_alive` FLOAT64 NOT NULL,
  `expected_purchases` FLOAT64 NOT NULL,
  `discounted_purchases` FLOAT64 NOT NULL
);
INSERT INTO `shop`.`scores` (`frequency`, `recency_days`, `age_days`, `probability_alive`, `expected_purchases`, `discounted_purchases`) VALUES
(0, 0, 272, 1e+0, 1.9510966499308857e-1, 1.9510966499308857e-1),
(1, 100, 272, 5.188227407807255e-1, 4.97046609746123e-1, 4.97046609746123e-1)
