package io.frontlineservice.customer;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a customer in the CRM, of any form. Compared character by character,
 * including case. Immutable.
 *
 * @param value the id as the CRM writes it
 */
public record CustomerId(@JsonValue String value) implements Comparable<CustomerId> {

	@Override
	public int compareTo(CustomerId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
