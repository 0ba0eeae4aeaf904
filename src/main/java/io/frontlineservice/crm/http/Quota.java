package io.frontlineservice.crm.http;

/**
 * What a CRM said is left of a large limit, such as that of a day. Kept by
 * {@link Quotas}. Immutable.
 *
 * @param remaining the calls that are left
 * @param max the limit
 * @param time when the CRM said so
 */
record Quota(long remaining, long max, long time) {

	/** After that time a call finds out whether the quota was renewed. */
	private static final long VALID = 15 * 60 * 1_000_000_000L;

	/** Whether so few calls are left that they are kept for callbacks. */
	boolean isScarce(long now) {
		return now - this.time < VALID && this.remaining <= this.max / RateLimits.PART_FOR_CALLBACKS;
	}

}
