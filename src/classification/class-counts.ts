import type { CustomerClass } from "./customer-class.ts";

/** A number for each class, all 0. */
export function zeroPerClass(): Record<CustomerClass, number> {
  return {
    prospect: 0,
    new: 0,
    existing: 0,
    regular: 0,
    declining: 0,
    reactivated: 0,
    dormant: 0,
    lost: 0,
  };
}
