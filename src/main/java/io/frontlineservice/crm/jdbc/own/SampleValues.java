package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.search.Search;
import java.util.List;

/**
 * Values with which queries are tried: of a worker, a number and a chat identity that no
 * customer has. Used by {@link QueryCheck}. Thread-safe.
 */
final class SampleValues {

	/** A word with letters, and one with digits. */
	private static final Search WORDS = Search.of("frontline 0123");

	private static final Address NUMBER = new Address(ChannelType.SMS, "+12025550143");

	private static final List<String> WORKERS = List.of("*", "check@frontline.example.com");

	private SampleValues() {
	}

	/** The first page of all customers. */
	static BindValues firstPage(QueryKind kind, int limit) {
		BindValues values = new BindValues().set(Bind.LIMIT, limit);
		if (kind == QueryKind.SEARCH) {
			SearchBinds.add(WORDS, values);
		}
		return values;
	}

	/** A later page of the customers of a worker: all parts of the query are used. */
	static BindValues laterPage(QueryKind kind, String sortName, Object id) {
		return firstPage(kind, 1).set(Bind.WORKERS, WORKERS).set(Bind.AFTER_NAME, sortName).set(Bind.AFTER_ID, id);
	}

	/** The first page of a worker, for a query that does not work without workers. */
	static BindValues ofWorker(QueryKind kind, int limit) {
		return firstPage(kind, limit).set(Bind.WORKERS, WORKERS);
	}

	static BindValues id(Object id) {
		return new BindValues().set(Bind.ID, id);
	}

	static BindValues phones() {
		return new BindValues().set(Bind.LIMIT, 1).set(Bind.PHONES, PhoneNotations.of(NUMBER));
	}

	static BindValues chat() {
		return new BindValues().set(Bind.LIMIT, 1).set(Bind.CHAT, "frontline-check");
	}

}
