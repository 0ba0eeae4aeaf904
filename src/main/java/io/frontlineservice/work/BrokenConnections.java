package io.frontlineservice.work;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Says after which errors a connection to an SQLite file is closed and replaced. Called
 * by the pool of {@link StoreOpener}.
 * <p>
 * On some errors, such as a full disk, SQLite ends the transaction itself. The driver
 * does not notice, and every later transaction of that connection fails. Only after a
 * constraint violation is the transaction still open.
 */
final class BrokenConnections implements SQLExceptionOverride {

	private static final int CONSTRAINT = 19;

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		return (ex.getErrorCode() == CONSTRAINT) ? Override.DO_NOT_EVICT : Override.MUST_EVICT;
	}

}
