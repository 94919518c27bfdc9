/** An axis with its name and the values that are written on it. */
export interface Axis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** x and y in the units of the axes. */
export type Point = readonly [x: number, y: number];

/** A curve with its name beside it, so that no reader has to match colours with a legend. */
export interface Curve {
  readonly points: readonly Point[];
  /** Which of the four colours, with its dashes and its mark. */
  readonly tone: 0 | 1 | 2 | 3;
  /** `"line"`, `"marks"` at the points, or `"line and marks"`. */
  readonly drawn: "line" | "marks" | "line and marks";
  /** Marks from this x on are hollow. */
  readonly hollowFrom?: number;
  /** How sure the curve is: its lower and upper limit along x. */
  readonly band?: readonly (readonly [x: number, lower: number, upper: number])[];
  readonly label?: Label;
}

/** Words at a place of the plot. */
export interface Label {
  readonly at: Point;
  readonly text: string;
  readonly anchor?: "start" | "middle" | "end";
}

/** A straight line that is no curve: where something begins, or a mean. */
export interface Guide {
  readonly from: Point;
  readonly to: Point;
  readonly label?: Label;
}

export interface LineChart {
  readonly title: string;
  /** One line below the title. */
  readonly subtitle: string;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly Curve[];
  readonly guides?: readonly Guide[];
}
