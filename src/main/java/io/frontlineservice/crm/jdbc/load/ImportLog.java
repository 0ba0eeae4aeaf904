package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.datafile.BadFileException;

/** Receives what happens during an import. Called by {@link CustomerImport}. */
interface ImportLog {

	/** The import continues where an earlier one ended. */
	void continuesAfter(long rows);

	/** A row was rejected. */
	void rejected(BadFileException error);

	/** So many rows are stored, those included that were done before. */
	void stored(long rows);

}
