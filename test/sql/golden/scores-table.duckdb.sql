CREATE TABLE "shop"."scores" (
  "frequency" BIGINT NOT NULL,
  "recency_days" BIGINT NOT NULL,
  "age_days" BIGINT NOT NULL,
  "probability_alive" DOUBLE NOT NULL,
  "expected_purchases" DOUBLE NOT NULL,
  "discounted_purchases" DOUBLE NOT NULL,
  PRIMARY KEY ("frequency", "recency_days", "age_days")
);
INSERT INTO "shop"."scores" ("frequency", "recency_days", "age_days", "probability_alive", "expected_purchases", "discounted_purchases") VALUES
(0, 0, 272, 1e+0, 1.9510966499308857e-1, 1.9510966499308857e-1),
(1, 100, 272, 5.188227407807255e-1, 4.97046609746123e-1, 4.97046609746123e-1)
