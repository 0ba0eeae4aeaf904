package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.UnusableSettingException;
import io.frontlineservice.privacy.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What is wrong with settings that are valid one by one. Called by {@link RestVendor}.
 * Not thread-safe.
 */
final class SettingsFindings {

	private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	private static final Pattern HEADER = Pattern.compile(HEADER_NAME + "\\s*:\\s*[\\x20-\\x7e]*");

	private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

	private static final Pattern ERROR = Pattern.compile("[^\\s]+|[1-5][0-9]{2} .+");

	private final List<Finding> findings = new ArrayList<>();

	private final RestSettings settings;

	private SettingsFindings(RestSettings settings) {
		this.settings = settings;
	}

	static List<Finding> of(RestSettings settings) {
		SettingsFindings found = new SettingsFindings(settings);
		found.addServers();
		found.addAuthentication(settings.authentication());
		found.addOwners();
		found.addErrors(settings.errors());
		found.findings.addAll(settings.fields().findings(RestSettings.key("fields")));
		if (settings.isContract()) {
			found.addContract();
		}
		else {
			found.findings.addAll(new RequestFindings(settings).all());
			found.addFields(settings.fields());
		}
		return found.findings;
	}

	private void addServers() {
		for (String host : this.settings.hosts()) {
			try {
				if (RestApi.server(host).base().indexOf('/', "https://".length()) < 0) {
					continue;
				}
			}
			catch (UnusableSettingException ex) {
				// The same problem.
			}
			add("hosts", "must be host names such as files.example.com, each perhaps with a port");
			return;
		}
		if (!this.settings.headers().stream().allMatch((header) -> HEADER.matcher(header).matches())) {
			add("headers", "must be headers such as \"X-Tenant: 42\", with a colon after the name");
		}
	}

	private void addAuthentication(AuthenticationSettings credentials) {
		switch (credentials.type()) {
			case NONE -> addUnused(credentials);
			case BEARER -> addSecret("token", credentials.token());
			case BASIC -> {
				addText("username", credentials.username());
				addSecret("password", credentials.password());
			}
			case HEADER -> {
				addSecret("token", credentials.token());
				if (credentials.header() == null || !HEADER_NAME.matcher(credentials.header()).matches()) {
					add("authentication.header", "must be the name of the header with the token, such as X-Api-Key");
				}
			}
			case CLIENT_CREDENTIALS -> {
				addText("client-id", credentials.clientId());
				addSecret("client-secret", credentials.clientSecret());
				if (credentials.tokenUrl() == null) {
					add("authentication.token-url", "is missing: set it to the URL at which access tokens are fetched");
				}
			}
		}
	}

	private void addUnused(AuthenticationSettings credentials) {
		if (isSet(credentials.token()) || isSet(credentials.password()) || isSet(credentials.clientSecret())) {
			add("authentication.type", "is missing: set it to bearer, basic, header or client-credentials, "
					+ "because there are credentials");
		}
	}

	private void addText(String name, @Nullable String text) {
		if (text == null || text.isBlank()) {
			add("authentication." + name, "is missing: set it, because of " + RestSettings.key("authentication.type"));
		}
	}

	private void addSecret(String name, @Nullable Secret secret) {
		addText(name, (secret != null) ? secret.reveal() : null);
		if (name.equals("token") && isSet(secret) && !VISIBLE.matcher(secret.reveal()).matches()) {
			add("authentication.token", "must be a token, in one line without blanks");
		}
	}

	private static boolean isSet(@Nullable Secret secret) {
		return secret != null && !secret.isEmpty();
	}

	private void addOwners() {
		try {
			Pattern.compile((this.settings.ownerPattern() != null) ? this.settings.ownerPattern() : "");
		}
		catch (PatternSyntaxException ex) {
			add("owner-pattern", "must be a regular expression such as [0-9]+");
		}
	}

	private void addErrors(ErrorSettings errors) {
		boolean areErrors = errors.byClass()
			.values()
			.stream()
			.flatMap(Collection::stream)
			.allMatch((error) -> ERROR.matcher(error.strip()).matches());
		if (!areErrors) {
			add("errors", "must be statuses and codes, such as 410, LIMIT_EXCEEDED or \"403 LIMIT_EXCEEDED\"");
		}
		try {
			JsonPointer.compile((errors.code() != null) ? errors.code() : "");
		}
		catch (IllegalArgumentException ex) {
			add("errors.code", "must be a JSON Pointer such as /error/code");
		}
	}

	/** What only requests of one's own need. */
	private void addContract() {
		if (this.settings.paging().type() != PagingType.NONE) {
			add("requests.list.path", "is missing, although " + RestSettings.key("paging.type")
					+ " is set: set the requests of your API, or remove paging for the API of this project");
		}
	}

	private void addFields(FieldMapping fields) {
		if (fields.names(CustomerField.DISPLAY_NAME).isEmpty() && fields.names(CustomerField.FIRST_NAME).isEmpty()
				&& fields.names(CustomerField.LAST_NAME).isEmpty()) {
			add("fields.display-name", "is missing: set it to the field of the name, or set first-name and last-name");
		}
		if (fields.worker() == null) {
			add("fields.worker", "is missing: set it to the field of the owner's identity, "
					+ "or to \"\" if only workers who see all customers use the service");
		}
		if (fields.customerId() != null && fields.customerId().isEmpty()) {
			add("fields.customer-id", "must name the field of the id");
		}
	}

	private void add(String setting, String problem) {
		this.findings.add(new Finding(RestSettings.key(setting), problem));
	}

}
