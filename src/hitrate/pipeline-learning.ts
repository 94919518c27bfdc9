import { checkNames, checkOption, invalidOption } from "../rows/options.ts";

/** From what the probabilities of winning are learned; the decided offers of the book are the history. */
export interface PipelineLearning {
  /**
   * One key of the book or several whose groups may win more or less often, such as `"product"`; small groups are shrunken towards the mean.
   * Default none.
   */
  readonly by?: string | readonly string[];
  /**
   * The stages in the order in which offers pass them, first to last: the further an offer has come, the better. The book needs stages. Not together
   * with `by`. Default none.
   */
  readonly stages?: readonly string[];
  /** Whether what is still open at an age is judged by what became of offers that were open at it. Default `true`. */
  readonly age?: boolean;
}

/** How probabilities are learned, checked and complete. */
export interface LearningPlan {
  readonly by: readonly string[];
  readonly stages: readonly string[];
  readonly age: boolean;
}

export function learningPlan(learn: PipelineLearning): LearningPlan {
  checkNames("learn", learn, { by: true, stages: true, age: true } satisfies Record<
    keyof PipelineLearning,
    true
  >);
  const { by, stages, age = true } = learn;
  checkOption("learn.age", age, typeof age === "boolean" ? null : "This is neither true nor false.");
  const keys = by === undefined ? [] : typeof by === "string" ? [by] : listOfNames("learn.by", by);
  const passed = stages === undefined ? [] : listOfNames("learn.stages", stages);
  if (keys.length > 0 && passed.length > 0) {
    throw invalidOption(
      "learn",
      null,
      "Learn by stages or by other keys, not by both: leave out one of them.",
    );
  }
  return { by: keys, stages: passed, age };
}

function listOfNames(path: string, names: unknown): readonly string[] {
  const isList = Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === "string");
  checkOption(path, names, isList ? null : "This is no list of names.");
  const list = names as readonly string[];
  const twice = list.find((name, at) => list.indexOf(name) !== at);
  checkOption(path, twice, twice === undefined ? null : `${JSON.stringify(twice)} stands there twice.`);
  return list;
}
