/** The pictures of the page. */
export const PICTURES = ["classes", "pareto", "cohorts", "values", "bridge"] as const;

export type PictureName = (typeof PICTURES)[number];
