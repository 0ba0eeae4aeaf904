package io.frontlineservice;

import io.frontlineservice.command.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.SslHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.ssl.SslMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.task.TaskExecutorMetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.metrics.TomcatMetricsAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/**
 * The callback server behind Twilio Frontline. Started by {@code java -jar} or by the
 * container image. All work starts with a signed form that Twilio posts.
 * <p>
 * The packages, in the order in which a request passes them:
 *
 * <pre>
 * signed form ─▶ twilio (filter) ─▶ callback (controller) ─▶ customer.CustomerService ─▶ crm (guard) ─▶ crm.file, crm.jdbc, ...
 *                verifies the body  one method per           visibility,                 deadline       one package
 *                or answers 403     Location or event        page tokens                 or 503         for each CRM
 *                                                            ▲
 *                                                            ├ template.TemplateService: messages for a customer
 *                                                            ├ conversation.outgoing: the address of the sender
 *                                                            └ conversation: names, routing, grants
 *                                                                  │ an event is stored before it is answered
 *                                                                  ▼
 *                                                              work (queue, retries) ─▶ conversation.SettleConversationJob
 *                                                                                            │
 *                                                        conversation.people: participants ◀─┤
 *                                                         conversation.routing: the worker ◀─┤
 *                                  twilio.rest (Twilio's REST API) ◀─ conversation.gateway ◀─┘
 * </pre>
 *
 * Calls go along the arrows only. The other packages are {@code crm.mapping} (from a
 * record of a CRM to a customer), {@code crm.search} (the order of customers, and what a
 * search finds), {@code crm.owner} (which user of a CRM is which worker),
 * {@code crm.snapshot} (all customers in memory), {@code crm.http} (calls of a CRM's HTTP
 * API), {@code crm.token} (tokens that instances share), {@code crm.reader} (files of
 * customers), {@code worker} (the worker directory and the senders), {@code address}
 * (phone numbers and channels), {@code text} (placeholders, text of unknown origin,
 * misspelled names), {@code datafile} (files that reload), {@code limit} (deadlines, and
 * the size of answers), {@code http} (the HTTP client), {@code privacy} (secrets and
 * keyed hashes), {@code diagnosis} (checks at the start, and the doctor), {@code command}
 * (the command line), {@code server} (limits of the HTTP server, and its ports),
 * {@code welcome} (what the service says when it is ready, and at its root),
 * {@code conformance} (the check of a company's own API for customers) and
 * {@code sandbox} (sample data, a pretend Twilio and a page with phones, which no other
 * package uses).
 */
// Parts of Spring Boot that are not needed, and that take time and memory at each start.
// The controllers answer all errors. The store has a DataSource of its own and its own
// transactions. No bean has a proxy. Work has its own threads, and callbacks have their
// own metrics; those of Tomcat are about sessions, which no callback has. The package is
// one without classes, because Spring Boot would read each class of ours to find mixins
// of Jackson.
@SpringBootApplication(exclude = { AopAutoConfiguration.class, DataSourceAutoConfiguration.class,
		DataSourceTransactionManagerAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
		InfoContributorAutoConfiguration.class, ObservationAutoConfiguration.class,
		PersistenceExceptionTranslationAutoConfiguration.class, ScheduledTasksObservationAutoConfiguration.class,
		SslHealthContributorAutoConfiguration.class, SslMetricsAutoConfiguration.class,
		TaskExecutionAutoConfiguration.class, TaskExecutorMetricsAutoConfiguration.class,
		TaskSchedulingAutoConfiguration.class, TomcatMetricsAutoConfiguration.class, TransactionAutoConfiguration.class,
		TransactionManagerCustomizationAutoConfiguration.class, WebMvcObservationAutoConfiguration.class })
@AutoConfigurationPackage(basePackages = "io.frontlineservice.none")
public class FrontlineIntegrationService {

	public static void main(String[] args) {
		new CommandLine(System.out, System.err,
				(settings) -> SpringApplication.run(FrontlineIntegrationService.class, settings))
			.run(args)
			.ifPresent(System::exit);
	}

}
