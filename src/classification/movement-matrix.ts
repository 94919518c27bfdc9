import { zeroPerClass } from "./class-counts.ts";
import type { CustomerClass } from "./customer-class.ts";
import type { ClassBefore } from "./movement.ts";

/** Numbers of customers by class on the first day (rows) and on the second (columns). */
export type MovementMatrix = Readonly<Record<ClassBefore, Readonly<Record<CustomerClass, number>>>>;

export function emptyMovementMatrix(): Record<ClassBefore, Record<CustomerClass, number>> {
  return {
    unknown: zeroPerClass(),
    prospect: zeroPerClass(),
    new: zeroPerClass(),
    existing: zeroPerClass(),
    regular: zeroPerClass(),
    declining: zeroPerClass(),
    reactivated: zeroPerClass(),
    dormant: zeroPerClass(),
    lost: zeroPerClass(),
  };
}
