package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.search.CustomerOrder;

/**
 * A place in the list, after which a page begins. Made of a cursor. Immutable.
 *
 * @param order the place
 */
record Place(CustomerOrder order) {

	byte[] sortKey() {
		return TableKeys.ofName(this.order);
	}

	/**
	 * The id, as far as a database can store it: no stored id is between this one and
	 * that of a cursor with a NUL character.
	 */
	String id() {
		int end = this.order.id().indexOf('\0');
		return (end >= 0) ? this.order.id().substring(0, end) : this.order.id();
	}

}
