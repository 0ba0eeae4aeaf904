package io.frontlineservice.crm.rest;

import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.privacy.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the credentials. Called by {@link SettingsFindings}. Not
 * thread-safe.
 */
final class AuthenticationFindings {

	static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

	private final List<Finding> findings = new ArrayList<>();

	private AuthenticationFindings() {
	}

	static List<Finding> of(AuthenticationSettings credentials) {
		AuthenticationFindings found = new AuthenticationFindings();
		found.add(credentials);
		return found.findings;
	}

	private void add(AuthenticationSettings credentials) {
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
					add("header", "must be the name of the header with the token, such as X-Api-Key");
				}
			}
			case CLIENT_CREDENTIALS -> {
				addText("client-id", credentials.clientId());
				addSecret("client-secret", credentials.clientSecret());
				if (credentials.tokenUrl() == null) {
					add("token-url", "is missing: set it to the URL at which access tokens are fetched");
				}
			}
		}
	}

	private void addUnused(AuthenticationSettings credentials) {
		if (isSet(credentials.token()) || isSet(credentials.password()) || isSet(credentials.clientSecret())) {
			add("type", "is missing: set it to bearer, basic, header or client-credentials, "
					+ "because there are credentials");
		}
	}

	private void addText(String name, @Nullable String text) {
		if (text == null || text.isBlank()) {
			add(name, "is missing: set it, because of " + RestSettings.key("authentication.type"));
		}
	}

	private void addSecret(String name, @Nullable Secret secret) {
		String text = (secret != null) ? secret.reveal() : "";
		addText(name, text);
		if (name.equals("token") && !text.isEmpty() && !VISIBLE.matcher(text).matches()) {
			add("token", "must be a token, in one line without blanks");
		}
	}

	private static boolean isSet(@Nullable Secret secret) {
		return secret != null && !secret.isEmpty();
	}

	private void add(String setting, String problem) {
		this.findings.add(new Finding(RestSettings.key("authentication." + setting), problem));
	}

}
