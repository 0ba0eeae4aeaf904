package io.frontlineservice.work;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Says after which errors the connection to an SQLite file is opened anew. Asked by the
 * pool of {@link StoreConfiguration}.
 * <p>
 * On a full disk, say, SQLite ends the transaction by itself. The driver goes on to
 * believe that there is one, and from then on every transaction of that connection fails.
 * A broken rule of a table is the only error after which the transaction is still there.
 */
final class BrokenConnections implements SQLExceptionOverride {

	private static final int CONSTRAINT = 19;

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		return (ex.getErrorCode() == CONSTRAINT) ? Override.DO_NOT_EVICT : Override.MUST_EVICT;
	}

}
