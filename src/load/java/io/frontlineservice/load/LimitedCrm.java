package io.frontlineservice.load;

import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A pretend HubSpot with the customers of many workers. Used by {@link CrmLimitRun}, by
 * one thread.
 */
final class LimitedCrm implements AutoCloseable {

	static final int CUSTOMERS_OF_A_WORKER = 10;

	private static final int MOST_SEARCHES_A_SECOND = 100;

	private final PretendHubSpot hubSpot = PretendHubSpot.start(0);

	private final int workers;

	LimitedCrm(int workers) {
		this.workers = workers;
	}

	URI url() {
		return this.hubSpot.server().url();
	}

	/** Permits so many requests in each second, whatever they are. */
	void limit(int requestsASecond) {
		this.hubSpot.limits(requestsASecond, requestsASecond * 10);
	}

	/** Gives all customers a name that says when it was changed. */
	void rename(String version) {
		for (int i = 0; i < this.workers * CUSTOMERS_OF_A_WORKER; i++) {
			long owner = this.hubSpot.owners().idOf(worker(i / CUSTOMERS_OF_A_WORKER));
			this.hubSpot.contacts()
				.put(customer(i), Map.of("firstname", "Customer " + i, "lastname", version, "mobilephone",
						"+1415%07d".formatted(2_000_000 + i), "hubspot_owner_id", String.valueOf(owner)));
		}
	}

	static String worker(int number) {
		return "worker-" + number + "@example.com";
	}

	/** Returns the id of a customer; each worker has the next ten. */
	static long customer(int number) {
		return 1_000_000L + number;
	}

	/** Returns the number of requests since this was called last. */
	int requests() {
		int requests = this.hubSpot.server().requests().size();
		this.hubSpot.server().forgetRequests();
		return requests;
	}

	/** The settings of a service that asks so often. */
	Map<String, String> settings(int requestsASecond) {
		Map<String, String> settings = new HashMap<>();
		settings.put("FRONTLINE_CRM_ADAPTER", "hubspot");
		settings.put("FRONTLINE_CRM_HUBSPOT_URL", url().toString());
		settings.put("FRONTLINE_CRM_HUBSPOT_ACCESSTOKEN", PretendHubSpot.ACCESS_TOKEN);
		settings.put("FRONTLINE_CRM_HUBSPOT_SEARCHESPERSECOND",
				String.valueOf(Math.min(requestsASecond, MOST_SEARCHES_A_SECOND)));
		settings.put("FRONTLINE_CRM_HUBSPOT_CALLSPERTENSECONDS", String.valueOf(requestsASecond * 10));
		return settings;
	}

	@Override
	public void close() {
		this.hubSpot.close();
	}

}
