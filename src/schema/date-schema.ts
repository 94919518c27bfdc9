import * as z from "zod";
import { type DateInput, dateTrouble, isCivilDay, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";

const utc = zoneClock("UTC");

/** A date as the library takes it: a `Date`, epoch milliseconds, `YYYY-MM-DD` or an ISO date-time. Instants are judged in UTC. */
export const dateSchema: z.ZodType<DateInput> = z.custom<DateInput>(
  (value) => isCivilDay(readCivilDay(value, utc)),
  {
    error: ({ input }) => dateTrouble(readCivilDay(input, utc)).message,
  },
);
