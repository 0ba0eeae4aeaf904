package io.frontlineservice.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the sandbox's page can let its customers come from. The names are part of the
 * page's API. Chosen by {@link CrmChoice}.
 */
public enum CrmSource {

	/** The file {@code frontline.crm.file.location}. */
	FILE,

	/** A pretend Airtable. */
	AIRTABLE,

	/** A pretend Dynamics 365. */
	DATAVERSE,

	/** A pretend HubSpot. */
	HUBSPOT,

	/** A pretend Pipedrive. */
	PIPEDRIVE,

	/** A pretend Salesforce. */
	SALESFORCE;

	/** Returns its value of {@code frontline.crm.adapter}. */
	String adapter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Returns the source with that adapter; empty if the page does not offer it. */
	static Optional<CrmSource> of(String adapter) {
		return Arrays.stream(values()).filter((it) -> it.adapter().equals(adapter)).findFirst();
	}

}
