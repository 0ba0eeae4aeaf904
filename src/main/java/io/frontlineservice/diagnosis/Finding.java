package io.frontlineservice.diagnosis;

/**
 * A setting that cannot be used. Made by a {@link Check}; shown to operators. The service
 * does not start with one.
 *
 * @param key the name of the setting
 * @param problem what is wrong and how to fix it, in words that follow the key and never
 * quote the value
 */
public record Finding(String key, String problem) {

}
