package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is wrong with settings that are valid one by one. Called by {@link RestVendor}.
 * Not thread-safe.
 */
final class SettingsFindings {

	private static final Pattern HEADER = Pattern
		.compile(AuthenticationFindings.HEADER_NAME + "\\s*:\\s*[\\x20-\\x7e]*");

	private static final Pattern ERROR = Pattern.compile("[^\\s]+|[1-5][0-9]{2} .+");

	private final List<Finding> findings = new ArrayList<>();

	private final RestSettings settings;

	private SettingsFindings(RestSettings settings) {
		this.settings = settings;
	}

	static List<Finding> of(RestSettings settings) {
		SettingsFindings found = new SettingsFindings(settings);
		found.addServers();
		found.findings.addAll(AuthenticationFindings.of(settings.authentication()));
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
		if (errors.code() != null && !RequestFindings.isPointer(errors.code())) {
			add("errors.code", "must be a JSON Pointer such as /error/code");
		}
	}

	/** What only requests of one's own need. */
	private void addContract() {
		if (this.settings.paging().type() != PagingType.NONE) {
			add("requests.list.path", "is missing, although " + RestSettings.key("paging.type")
					+ " is set: set the requests of your API, or remove paging for the API of this project");
		}
		if (this.settings.paging().size() < 1 || this.settings.paging().size() > ContractApi.LARGEST_PAGE) {
			add("paging.size", "must be 1 to " + ContractApi.LARGEST_PAGE);
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
