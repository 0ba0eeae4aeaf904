package io.frontlineservice.work;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Qualifies the beans of the durable store: its {@code DataSource}, {@code JdbcClient},
 * {@code TransactionTemplate} and {@code Clock}. They are injected only where this
 * annotation is present, so that a CRM adapter may bring a {@code DataSource} of its own.
 */
@Qualifier
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
public @interface WorkStore {

}
