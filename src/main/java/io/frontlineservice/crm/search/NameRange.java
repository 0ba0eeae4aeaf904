package io.frontlineservice.crm.search;

import com.ibm.icu.text.CollationKey;
import com.ibm.icu.text.CollationKey.BoundMode;
import com.ibm.icu.text.Collator;
import java.util.Arrays;

/**
 * The part of the list in which the names begin with a text, whatever its case and
 * accents. A search finds these customers first, because they are together in the list,
 * and because most workers type how a name begins. Immutable.
 */
public final class NameRange {

	/** ICU counts levels from 0: this is the first level alone, which is the letters. */
	private static final int ONE_LEVEL = Collator.SECONDARY;

	private final byte[] from;

	private final byte[] end;

	private NameRange(byte[] from, byte[] end) {
		this.from = from;
		this.end = end;
	}

	/** Returns the range of the names that begin with that text. */
	public static NameRange startingWith(String text) {
		CollationKey key = CustomerOrder.COLLATOR.getCollationKey(text.strip());
		return new NameRange(key.getBound(BoundMode.LOWER, ONE_LEVEL).toByteArray(),
				key.getBound(BoundMode.UPPER_LONG, ONE_LEVEL).toByteArray());
	}

	/** Returns whether a name with this sort key is in the range. */
	public boolean contains(byte[] nameKey) {
		return Arrays.compareUnsigned(this.from, nameKey) <= 0 && Arrays.compareUnsigned(nameKey, this.end) < 0;
	}

	/** Returns the sort key at which the range begins. */
	public byte[] from() {
		return this.from.clone();
	}

	/** Returns the first sort key after the range. */
	public byte[] end() {
		return this.end.clone();
	}

}
