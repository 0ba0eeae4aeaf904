package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Spring MVC costs: a service with Tomcat, Spring MVC, Jackson and the filter for
 * signatures, and with handlers that return objects which are ready since its start.
 * {@code src/load/figures.sh} measures the service side by side with it. It has no
 * annotation of a configuration, because the tests' component scan must not find it.
 */
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
		DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class })
public final class BareService {

	private static final Map<String, Object> PROPERTIES = Map.of("server.port", "${PORT:0}", "spring.main.banner-mode",
			"off", "spring.threads.virtual.enabled", true, "server.tomcat.threads.max", 100,
			"server.tomcat.max-connections", 4096, "spring.web.resources.add-mappings", false,
			"spring.mvc.formcontent.filter.enabled", false);

	private static final String PROFILE = "bare";

	private BareService() {
	}

	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(BareService.class, Handlers.class);
		application.setDefaultProperties(PROPERTIES);
		application.setAdditionalProfiles(PROFILE);
		application.run(arguments);
	}

	@Bean
	static BareAnswers answers(@Value("${ANSWERS:}") String file, JsonMapper json) throws IOException {
		return new BareAnswers(file, json);
	}

	@Bean
	static FilterRegistrationBean<SignatureFilter> signatureFilter(
			@Value("${TWILIO_AUTH_TOKEN:0123456789abcdef0123456789abcdef}") String token,
			@Value("${FRONTLINE_PUBLIC_URL:http://localhost}") String publicUrl,
			@Value("${TWILIO_ACCOUNT_SID:}") String accountSid, Environment environment,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
		SignatureVerifiers verifiers = new SignatureVerifiers(new SignatureVerifier(List.of(Secret.of(token))),
				WebhookKeys.in(environment), false);
		return new FilterRegistrationBean<>(new SignatureFilter(verifiers, PublicUrl.of(publicUrl), accountSid,
				new RefusalReporter(new SimpleMeterRegistry(), System::nanoTime), errors));
	}

	/** The port that the load programs ask whether a service is ready. */
	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> management(
			@Value("${MANAGEMENT_SERVER_PORT:0}") int port) {
		return (server) -> {
			Connector connector = new Connector();
			connector.setPort(port);
			server.addAdditionalConnectors(connector);
		};
	}

	/**
	 * The callbacks of which the answers are ready; not for the component scan of tests.
	 */
	@RestController
	@Profile(PROFILE)
	static final class Handlers {

		private final BareAnswers answers;

		Handlers(BareAnswers answers) {
			this.answers = answers;
		}

		@GetMapping("/actuator/health/readiness")
		String readiness() {
			return "UP";
		}

		@PostMapping(path = "/callbacks/crm", params = "Location=GetCustomersList")
		Object getCustomersList() {
			return this.answers.any("GetCustomersList");
		}

		@PostMapping(path = "/callbacks/crm", params = "Location=GetCustomerDetailsByCustomerId")
		Object getCustomerDetailsByCustomerId() {
			return this.answers.any("GetCustomerDetailsByCustomerId");
		}

		@PostMapping(path = "/callbacks/outgoing-conversation", params = "Location=GetProxyAddress")
		Object getProxyAddress() {
			return this.answers.any("GetProxyAddress");
		}

		@PostMapping(path = "/callbacks/templates", params = "Location=GetTemplatesByCustomerId")
		Object getTemplatesByCustomerId() {
			return this.answers.any("GetTemplatesByCustomerId");
		}

	}

}
