package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.CrmServer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.core.env.PropertyResolver;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * Starts a pretend CRM with the sandbox's customers if the sandbox is to read them from
 * there, and no access to a real one is set. It is a bean of the context afterwards.
 * Called by Spring Boot before the configuration is checked.
 */
final class SandboxCrm implements EnvironmentPostProcessor, Ordered {

	private static final String PREFIX = "frontline.crm.";

	/** The property that chooses the CRM. */
	static final String ADAPTER = PREFIX + "adapter";

	private static final List<String> OF_A_REAL_ONE = List.of(".url", ".access-token", ".api-token", ".client-id");

	private final ConfigurableBootstrapContext bootstrap;

	SandboxCrm(ConfigurableBootstrapContext bootstrap) {
		this.bootstrap = bootstrap;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
			return;
		}
		String adapter = adapter(environment);
		Supplier<PretendAccount> start = startOf(adapter);
		if (start != null && !isSet(environment, adapter)) {
			PretendAccount account = start.get();
			environment.getPropertySources().addLast(new MapPropertySource("sandboxCrm", account.settings()));
			this.bootstrap.addCloseListener((event) -> register(account.server(), event.getApplicationContext()));
		}
	}

	private static @Nullable Supplier<PretendAccount> startOf(String adapter) {
		return switch (adapter) {
			case "airtable" -> AirtableSample::start;
			case "dataverse" -> DataverseSample::start;
			case "hubspot" -> HubSpotSample::start;
			case "pipedrive" -> PipedriveSample::start;
			case "salesforce" -> SalesforceSample::start;
			default -> null;
		};
	}

	/** Returns the adapter that is set; by default, the customers come from a file. */
	static String adapter(PropertyResolver environment) {
		String adapter = text(environment, ADAPTER);
		return adapter.isEmpty() ? "file" : adapter;
	}

	/** Whether the access to an account of that vendor is set. */
	static boolean isSet(PropertyResolver environment, String adapter) {
		return OF_A_REAL_ONE.stream().anyMatch((setting) -> !text(environment, PREFIX + adapter + setting).isEmpty());
	}

	/** A placeholder without a value is told later, when the configuration is checked. */
	private static String text(PropertyResolver environment, String key) {
		try {
			return environment.getProperty(key, "").strip();
		}
		catch (PlaceholderResolutionException ex) {
			return key;
		}
	}

	/**
	 * The service closes the server. A command reads the configuration in a context that
	 * ends before it examines the CRM.
	 */
	private static void register(CrmServer server, ApplicationContext context) {
		if (context instanceof GenericWebApplicationContext service) {
			service.registerBean("pretendCrm", CrmServer.class, () -> server);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
