import { describe, expect, it } from "vitest";
import { filesBelow, readText } from "../support/project.ts";

describe("pictures of charts on the pages", () => {
  const pictures = filesBelow("docs/images/charts", ".svg");

  it("are there", () => {
    expect(pictures.length).toBeGreaterThan(0);
  });

  it.each(pictures)("%s is the golden one", (path) => {
    const golden = path.replace("docs/images/charts", "test/charts/golden");
    // A function, so that a difference does not print two whole pictures.
    expect(readText(path) === readText(golden), `copy ${golden} to ${path}`).toBe(true);
  });
});
