package io.frontlineservice.work;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Says why the store cannot be used, in words that follow the key of its URL. Called by
 * {@link StoreOpener} and {@link StoreMigration}. Never quotes a driver: its messages may
 * contain the URL and with it a password.
 */
final class StoreErrorText {

	private static final String NOT_WRITABLE = "must name a file that this service may write to, in a folder that it "
			+ "may write to";

	/** What to do about tables of other programs. */
	static final String OTHER_SCHEMA = "name another database, or another schema of this one with ?currentSchema=";

	/** PostgreSQL's code for a table that exists already. */
	private static final String DUPLICATE_TABLE = "42P07";

	private StoreErrorText() {
	}

	/** Why a store cannot be opened, by the innermost error of the database or driver. */
	static String of(Throwable failure, boolean embedded) {
		SQLException error = error(failure);
		if (embedded) {
			return ofFile((error != null) ? error.getErrorCode() : 0);
		}
		String state = (error != null) ? error.getSQLState() : null;
		return isOfConnection(state) ? ofConnection(state)
				: "names a database that does not take connections now: SQLSTATE " + state;
	}

	/** Why the tables of a store could not be created or updated. */
	static String ofMigration(Throwable failure, boolean embedded) {
		SQLException error = error(failure);
		if (error == null) {
			return "names a store whose tables could not be created or updated: " + failure.getClass().getSimpleName();
		}
		String state = error.getSQLState();
		if (embedded || isOfConnection(state)) {
			return of(failure, embedded);
		}
		if (DUPLICATE_TABLE.equals(state)) {
			return "names a schema in which another program has a table with the name of one of the store: "
					+ OTHER_SCHEMA;
		}
		return "names a database in which this service could not create or update its tables (SQLSTATE " + state
				+ "): the user frontline.store.username must have the right to create tables";
	}

	private static @Nullable SQLException error(Throwable failure) {
		SQLException error = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			error = (cause instanceof SQLException it) ? it : error;
		}
		return error;
	}

	/** By SQLite's primary result codes. */
	private static String ofFile(int code) {
		return switch (code & 0xff) {
			case 5, 6 -> "names a file that another process uses: a file is for one instance, PostgreSQL for several";
			case 3, 8, 14, 23 -> NOT_WRITABLE;
			case 10 -> "names a file that cannot be read or written: the disk reports an error";
			case 13 -> "names a file on a disk that is full";
			case 11, 26 -> "names a file that is not an SQLite database, or is damaged";
			default -> "names a file that SQLite cannot open: error " + code;
		};
	}

	private static boolean isOfConnection(@Nullable String state) {
		return state == null || state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
	}

	/** By the SQLSTATE, which PostgreSQL and its driver both have. */
	private static String ofConnection(@Nullable String state) {
		if (state == null || state.startsWith("08")) {
			return "names a database that cannot be reached";
		}
		return state.startsWith("28")
				? "names a database that refuses the user: see frontline.store.username and frontline.store.password"
				: "names a database that the server does not have";
	}

}
