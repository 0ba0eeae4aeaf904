package io.frontlineservice.sandbox.pretend.wire;

import java.util.Map;

/**
 * What caused an exchange. Assigned by {@link Causes}; the sandbox's page groups the
 * exchanges by it and puts it in words. Immutable.
 *
 * @param number counts all causes, in the order in which they began
 * @param about who acts on what: {@code worker}, {@code customerId}, {@code address},
 * {@code channel}, {@code query} and {@code conversationSid}, as far as they apply
 */
public record Cause(long number, Kind kind, Map<String, String> about) {

	/** The kind of a cause. */
	public enum Kind {

		/** The service has started, and there was no action yet. */
		START_UP,

		/** A customer writes a message. */
		CUSTOMER_WRITES,

		/** A worker opens My Customers. */
		CUSTOMERS_LISTED,

		/** A worker scrolls My Customers, so that the app requests the next page. */
		CUSTOMERS_SCROLLED,

		/** A worker searches My Customers. */
		CUSTOMERS_SEARCHED,

		/** A worker opens the details of a customer. */
		CUSTOMER_OPENED,

		/** A worker opens the templates. */
		TEMPLATES_OPENED,

		/** A worker starts a conversation. */
		CONVERSATION_STARTED,

		/** A worker writes a message. */
		WORKER_WRITES,

		/** A worker closes a conversation. */
		CONVERSATION_CLOSED,

		/** A worker joins a conversation. */
		WORKER_JOINS,

		/** A worker leaves a conversation. */
		WORKER_LEAVES,

		/** The doctor examines the installation. */
		DOCTOR,

		/**
		 * No known action, such as a retry without a conversation or a reconciliation.
		 */
		BACKGROUND

	}

}
