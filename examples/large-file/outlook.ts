import {
  type BgNbdModel,
  type CustomerCells,
  DataError,
  fitBgNbd,
  fitGammaGamma,
  type GammaGammaModel,
  type PredictedColumns,
  predictColumns,
  type SummaryColumns,
} from "clientele";

/** Both models, and their predictions in the order of the columns. */
export interface Outlook {
  readonly purchases: BgNbdModel;
  readonly spend: GammaGammaModel;
  readonly predicted: PredictedColumns;
}

/** Fits the models and scores every customer; `null` if too few came back. */
export function outlookOf(cells: CustomerCells, columns: SummaryColumns): Outlook | null {
  try {
    const purchases = fitBgNbd(cells);
    const spend = fitGammaGamma({ unit: columns.unit, rows: repeatCustomers(columns) });
    const predicted = predictColumns(columns, {
      purchases,
      spend,
      horizon: { months: 12 },
      discountRate: 0.1,
    });
    return { purchases, spend, predicted };
  } catch (error) {
    if (error instanceof DataError && error.byCode.not_enough_data !== undefined) return null;
    throw error;
  }
}

const MOST = 200_000;

/** Spend is fitted to rows: to every second, third, … customer if there are many, which is enough for three parameters. */
function repeatCustomers({ frequency, monetaryValue }: SummaryColumns) {
  const rows: { readonly frequency: number; readonly monetaryValue: number }[] = [];
  const step = Math.ceil(frequency.length / MOST);
  for (let i = 0; i < frequency.length; i += step) {
    const purchases = frequency[i] as number;
    if (purchases > 0) rows.push({ frequency: purchases, monetaryValue: monetaryValue[i] as number });
  }
  return rows;
}
