package io.frontlineservice.work;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Says why a store cannot be opened, in words that follow the key of its URL. Asked by
 * {@link StoreConfiguration}. The texts of drivers are not quoted: they may have the URL,
 * and with it a password.
 */
final class StoreErrorText {

	private static final String NOT_WRITABLE = "must name a file that this service may write to, in a folder that it "
			+ "may write to";

	private StoreErrorText() {
	}

	/**
	 * What is wrong, by the last cause that is an error of the database or its driver.
	 */
	static String of(Throwable failure, boolean embedded) {
		SQLException error = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			error = (cause instanceof SQLException it) ? it : error;
		}
		if (embedded) {
			return ofFile((error != null) ? error.getErrorCode() : 0);
		}
		return ofServer((error != null) ? error.getSQLState() : null);
	}

	/** By SQLite's primary result codes. */
	private static String ofFile(int code) {
		return switch (code & 0xff) {
			case 5, 6 -> "names a file that another process uses: a file is for one instance, PostgreSQL for several";
			case 3, 8, 14, 23 -> NOT_WRITABLE;
			case 10 -> "names a file that cannot be read or written: the disk reports an error";
			case 13 -> "names a file on a disk that is full";
			case 11, 26 -> "names a file that is no SQLite database, or is damaged";
			default -> "names a file that SQLite cannot open: error " + code;
		};
	}

	/** By the SQLSTATE, which PostgreSQL and its driver both have. */
	private static String ofServer(@Nullable String state) {
		if (state == null || state.startsWith("08")) {
			return "names a database that cannot be reached";
		}
		if (state.startsWith("28")) {
			return "names a database that refuses the user: see frontline.store.username and frontline.store.password";
		}
		return state.equals("3D000") ? "names a database that the server does not have"
				: "names a database that does not take connections now: SQLSTATE " + state;
	}

}
