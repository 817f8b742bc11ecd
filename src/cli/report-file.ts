/** The report that a person reads; programs read report.json beside it. */
export const REPORT_FILE = "output/reports/report.html";
