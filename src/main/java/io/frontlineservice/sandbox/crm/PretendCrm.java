package io.frontlineservice.sandbox.crm;

/**
 * The HTTP API of one CRM. Called by {@link CrmServer}; implemented once for each vendor.
 * Implementations are thread-safe.
 */
public interface PretendCrm {

	/** Answers a request as the vendor does, errors included. */
	CrmReply answer(CrmRequest request);

	/** Returns what the vendor answers while its rate limit is exceeded. */
	CrmReply rateLimited();

}
