import { COLUMN_ROLES, type ColumnRole } from "./reading.ts";

/** Names of columns in English and German exports, in small letters without marks, the likeliest first. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  customer: [
    ...[
      "customerid",
      "customerno",
      "customernumber",
      "customer",
      "clientid",
      "client",
      "accountid",
      "userid",
    ],
    ...["kundennr", "kundennummer", "kundenid", "kdnr", "kunde", "debitor", "debitorennr", "auftraggeber"],
  ],
  date: [
    ...["orderdate", "invoicedate", "purchasedate", "transactiondate", "date", "day", "timestamp"],
    ...["bestelldatum", "auftragsdatum", "rechnungsdatum", "belegdatum", "kaufdatum", "datum", "tag"],
  ],
  amount: [
    ...["amount", "revenue", "netamount", "total", "sales", "net", "value", "price"],
    ...["betrag", "nettobetrag", "umsatz", "netto", "rechnungsbetrag", "summe", "wert", "brutto", "preis"],
  ],
  order: [
    ...["orderid", "orderno", "ordernumber", "invoiceid", "invoiceno", "invoice", "transactionid", "order"],
    ...["belegnr", "belegnummer", "bestellnr", "bestellnummer", "auftragsnr", "auftragsnummer"],
    ...["rechnungsnr", "rechnungsnummer", "beleg", "auftrag", "bestellung"],
  ],
};

/** Says which column probably holds what: those with a usual name, then those whose name contains one; no column twice. */
export function guessColumns(heading: readonly string[]): Record<ColumnRole, string | null> {
  const bare = heading.map((name) => name.toLowerCase().replace(/[^a-zäöüß]/g, ""));
  const found: Record<ColumnRole, string | null> = { customer: null, date: null, amount: null, order: null };
  const taken = new Set<number>();
  const settle = (fits: (name: string, usual: string) => boolean): void => {
    for (const role of COLUMN_ROLES) {
      if (found[role] !== null) continue;
      const places = NAMES[role].map((usual) =>
        bare.findIndex((name, at) => !taken.has(at) && fits(name, usual)),
      );
      const place = places.find((at) => at >= 0);
      if (place === undefined) continue;
      taken.add(place);
      found[role] = heading[place] ?? null;
    }
  };
  settle((name, usual) => name === usual);
  settle((name, usual) => name.includes(usual));
  return found;
}
