/** Names of files of comma-separated values, or of values that tabs part. */
export const TABLE_FILE_NAME = /\.(?:csv|tsv)$/iu;
