package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.reader.CustomerFile;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a file when the tables of this service have no customers, and never otherwise.
 * Called by the adapter before it uses the tables. Thread-safe.
 */
public final class FirstImport {

	private static final Logger logger = LoggerFactory.getLogger(FirstImport.class);

	private final FileImport fileImport;

	private final FileLocation location;

	private final String settings;

	/**
	 * Creates the import of that file.
	 * @param settings how the file is read, as a text
	 */
	public FirstImport(DatabaseSettings database, CustomerFile file, FileLocation location, String settings) {
		this.fileImport = new FileImport(database, file);
		this.location = location;
		this.settings = settings;
	}

	/**
	 * Imports the file, if there are no customers, or only some of an import of this file
	 * that was interrupted.
	 * @throws CrmUnavailableException if the database cannot be used
	 * @throws BadFileException if the file cannot be used
	 */
	public void run() {
		try {
			String fingerprint = FileFingerprint.of(this.location, this.settings);
			if (this.fileImport.isNeeded(fingerprint)) {
				ImportResult result = this.fileImport.run(this.location, fingerprint, false, new Warnings());
				logger.info("{} customers were imported, because the database had none", result.written());
			}
		}
		catch (IOException ex) {
			throw new BadFileException("the file for the first import cannot be read");
		}
		catch (ImportFailedException ex) {
			throw new CrmUnavailableException(String.valueOf(ex.getMessage()), ex);
		}
	}

	/** Logs rejected rows. */
	private static final class Warnings implements ImportLog {

		@Override
		public void continuesAfter(long rows) {
			logger.info("The first import continues after row {}", rows);
		}

		@Override
		public void rejected(BadFileException error) {
			logger.warn("The first import rejected a row: {}", error.getMessage());
		}

		@Override
		public void stored(long rows) {
			logger.debug("The first import has stored {} rows", rows);
		}

	}

}
