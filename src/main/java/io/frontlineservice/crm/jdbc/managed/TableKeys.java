package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The values by which rows are found: short enough for an index, and only with characters
 * that every database stores. Called to write rows and to find them. Thread-safe.
 */
final class TableKeys {

	/** The owner key of the list of all customers; no worker has it. */
	static final String ALL = "";

	private static final int LONGEST_KEY = 200;

	private static final int LONGEST_SORT_KEY = 1_100;

	private TableKeys() {
	}

	/** Returns the key of a worker's list. */
	static String ofOwner(WorkerIdentity owner) {
		return owner.key().isEmpty() ? "=" : storable(owner.key());
	}

	/** Returns the key of an address; null if it is neither a number nor an identity. */
	static @Nullable String ofAddress(Address address) {
		String number = address.comparableNumber();
		if (number != null) {
			return number;
		}
		return address.isIdentity() ? "=" + storable(address.value()) : null;
	}

	/**
	 * Returns the key by which names are sorted. Names that differ only after about 200
	 * letters may have the same key.
	 */
	static byte[] ofName(CustomerOrder order) {
		byte[] key = order.nameKey();
		return (key.length > LONGEST_SORT_KEY) ? Arrays.copyOf(key, LONGEST_SORT_KEY) : key;
	}

	/** Returns whether every database stores that text as it is. */
	static boolean isStorable(String text) {
		return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

	/** A long or odd text is replaced by its hash. */
	private static String storable(String text) {
		return (text.length() < LONGEST_KEY && isStorable(text)) ? text : "#" + sha256(text);
	}

	private static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
