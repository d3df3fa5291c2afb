<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" minScale="100000000" maxScale="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" simplifyAlgorithm="0" symbologyReferenceScale="-1">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;id&quot; IN ('Z-01', 'Z-02') THEN 'hatched' WHEN &quot;id&quot; IN ('Z-04') THEN 'zone' ELSE 'other' END" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
    <categories>
      <category value="hatched" label="片区级 / 界线示意" symbol="0" render="true" />
      <category value="zone" label="界线示意" symbol="1" render="true" />
      <category value="other" label="其他公布范围" symbol="2" render="true" />
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="Fill" name="SymbolType" />
            <Option type="QString" value="difference($geometry, buffer($geometry, -2.6))" name="geometryModifier" />
            <Option type="QString" value="MM" name="units" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties" />
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="45" name="angle" />
                <Option type="QString" value="1.82" name="distance" />
                <Option type="QString" value="MM" name="distance_unit" />
                <Option type="QString" value="0.234" name="line_width" />
                <Option type="QString" value="MM" name="line_width_unit" />
                <Option type="QString" value="142,163,179,255" name="color" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties" />
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
              <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
                <layer class="SimpleLine" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" value="142,163,179,255" name="line_color" />
                    <Option type="QString" value="solid" name="line_style" />
                    <Option type="QString" value="0.234" name="line_width" />
                    <Option type="QString" value="MM" name="line_width_unit" />
                    <Option type="QString" value="flat" name="capstyle" />
                    <Option type="QString" value="round" name="joinstyle" />
                    <Option type="QString" value="0" name="offset" />
                    <Option type="QString" value="MM" name="offset_unit" />
                    <Option type="QString" value="0" name="use_custom_dash" />
                  </Option>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option type="QString" value="" name="name" />
                      <Option type="Map" name="properties" />
                      <Option type="QString" value="collection" name="type" />
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </layer>
          </symbol>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="52,80,106,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.468" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.3" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties" />
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="52,80,106,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.468" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.3" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties" />
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="52,80,106,153" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.234" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.3" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties" />
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation />
    <sizescale />
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fontFamily="Noto Sans CJK SC" namedStyle="Bold" fontWeight="75" fontSize="11.25" fontSizeUnit="Point" fontLetterSpacing="0" textColor="52,80,106,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" fieldName="&quot;name&quot; || if(@map_scale &lt; 42000, '&#10;' || '界线示意' || coalesce('&#10;' || CASE WHEN &quot;id&quot; IN ('Z-01') THEN '片区级 5 项' WHEN &quot;id&quot; IN ('Z-02') THEN '片区级 1 项' ELSE NULL END, ''), '')" isExpression="1" blendMode="0" allowHtml="0">
        <families>
          <family name="Noto Sans CJK SC" />
          <family name="Source Han Sans SC" />
          <family name="Microsoft YaHei" />
          <family name="PingFang SC" />
          <family name="SimHei" />
        </families>
        <text-buffer bufferDraw="1" bufferSize="0.455" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="255,255,255,255" bufferNoFill="1" bufferJoinStyle="128" />
      </text-style>
      <text-format multilineAlign="1" wrapChar="" />
      <placement distUnits="MM" offsetUnits="MM" overrunDistanceUnit="MM" repeatDistanceUnits="MM" quadOffset="4" centroidWhole="0" fitInPolygonOnly="0" preserveRotation="1" placement="4" polygonPlacementFlags="2" centroidInside="1" priority="10" />
      <rendering drawLabels="1" obstacle="0" obstacleType="1" obstacleFactor="1" mergeLines="1" scaleVisibility="0" scaleMin="0" scaleMax="0" />
      <dd_properties>
        <Option type="Map">
          <Option type="QString" value="" name="name" />
          <Option type="Map" name="properties">
            <Option type="Map" name="Show">
              <Option type="bool" value="true" name="active" />
              <Option type="QString" value="&quot;id&quot; IN ('Z-01', 'Z-02', 'Z-04')" name="expression" />
              <Option type="int" value="3" name="type" />
            </Option>
          </Option>
          <Option type="QString" value="collection" name="type" />
        </Option>
      </dd_properties>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field name="id" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="name" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="aliases" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="status" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="limits_as_published" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="published_area_km2" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="drawn_area_km2" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="datum_in" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source_detail" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="licence" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="precision" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="exact" name="准确" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="street" name="沿路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="area" name="范围" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="zone" name="片区级" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="district" name="全区" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="uncertainty_m" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="checked_on" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" value="yyyy-MM-dd" name="display_format" />
            <Option type="QString" value="yyyy-MM-dd" name="field_format" />
            <Option type="bool" value="false" name="field_iso_format" />
            <Option type="bool" value="true" name="calendar_popup" />
            <Option type="bool" value="true" name="allow_null" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="checked_by" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="note" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="id" index="0" name="编号" />
    <alias field="name" index="1" name="名称" />
    <alias field="aliases" index="2" name="别名" />
    <alias field="status" index="3" name="状态" />
    <alias field="limits_as_published" index="4" name="公布四至" />
    <alias field="published_area_km2" index="5" name="公布面积（km²）" />
    <alias field="drawn_area_km2" index="6" name="图示面积（km²）" />
    <alias field="datum_in" index="7" name="原坐标系" />
    <alias field="source" index="8" name="来源" />
    <alias field="source_detail" index="9" name="来源说明" />
    <alias field="licence" index="10" name="许可" />
    <alias field="precision" index="11" name="位置把握" />
    <alias field="uncertainty_m" index="12" name="误差（米）" />
    <alias field="checked_on" index="13" name="核对日期" />
    <alias field="checked_by" index="14" name="核对人" />
    <alias field="note" index="15" name="备注" />
  </aliases>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
    <columns>
      <column type="field" name="id" hidden="0" width="-1" />
      <column type="field" name="name" hidden="0" width="-1" />
      <column type="field" name="aliases" hidden="0" width="-1" />
      <column type="field" name="status" hidden="0" width="-1" />
      <column type="field" name="limits_as_published" hidden="0" width="-1" />
      <column type="field" name="published_area_km2" hidden="0" width="-1" />
      <column type="field" name="drawn_area_km2" hidden="0" width="-1" />
      <column type="field" name="datum_in" hidden="0" width="-1" />
      <column type="field" name="source" hidden="0" width="-1" />
      <column type="field" name="source_detail" hidden="0" width="-1" />
      <column type="field" name="licence" hidden="0" width="-1" />
      <column type="field" name="precision" hidden="0" width="-1" />
      <column type="field" name="uncertainty_m" hidden="0" width="-1" />
      <column type="field" name="checked_on" hidden="0" width="-1" />
      <column type="field" name="checked_by" hidden="0" width="-1" />
      <column type="field" name="note" hidden="0" width="-1" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="地点" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="id" index="0" showLabel="1" />
      <attributeEditorField name="name" index="1" showLabel="1" />
      <attributeEditorField name="aliases" index="2" showLabel="1" />
      <attributeEditorField name="precision" index="11" showLabel="1" />
      <attributeEditorField name="uncertainty_m" index="12" showLabel="1" />
      <attributeEditorField name="limits_as_published" index="4" showLabel="1" />
      <attributeEditorField name="published_area_km2" index="5" showLabel="1" />
      <attributeEditorField name="drawn_area_km2" index="6" showLabel="1" />
      <attributeEditorField name="status" index="3" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="来源" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="datum_in" index="7" showLabel="1" />
      <attributeEditorField name="source" index="8" showLabel="1" />
      <attributeEditorField name="source_detail" index="9" showLabel="1" />
      <attributeEditorField name="licence" index="10" showLabel="1" />
      <attributeEditorField name="checked_on" index="13" showLabel="1" />
      <attributeEditorField name="checked_by" index="14" showLabel="1" />
      <attributeEditorField name="note" index="15" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="id" editable="1" />
    <field name="name" editable="1" />
    <field name="aliases" editable="1" />
    <field name="status" editable="1" />
    <field name="limits_as_published" editable="1" />
    <field name="published_area_km2" editable="1" />
    <field name="drawn_area_km2" editable="1" />
    <field name="datum_in" editable="1" />
    <field name="source" editable="1" />
    <field name="source_detail" editable="1" />
    <field name="licence" editable="1" />
    <field name="precision" editable="1" />
    <field name="uncertainty_m" editable="1" />
    <field name="checked_on" editable="1" />
    <field name="checked_by" editable="1" />
    <field name="note" editable="1" />
  </editable>
  <previewExpression>"name"</previewExpression>
  <mapTip>&lt;b&gt;[% replace(replace(coalesce("name", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;&lt;br&gt;公布四至：[% replace(replace(coalesce(to_string("limits_as_published"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;位置把握：[% replace(replace(coalesce(coalesce(map_get(map('exact', '准确', 'street', '沿路', 'area', '范围', 'zone', '片区级', 'district', '全区'), "precision"), "precision"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;误差（米）：[% replace(replace(coalesce(to_string("uncertainty_m"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;来源：[% replace(replace(coalesce(to_string("source"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]</mapTip>
  <defaults>
    <default field="id" expression="with_variable('number', coalesce(maximum(to_int(substr(&quot;id&quot;, 3)), filter:=regexp_match(&quot;id&quot;, '^A-[0-9]+$')), 0) + 1, 'A-' || if(@number &lt; 10, '0', '') || to_string(@number))" applyOnUpdate="0" />
    <default field="drawn_area_km2" expression="round(area(transform($geometry, 'EPSG:4326', 'EPSG:4547')) / 1000000, 3)" applyOnUpdate="1" />
    <default field="datum_in" expression="'WGS84'" applyOnUpdate="0" />
    <default field="checked_on" expression="to_date(now())" applyOnUpdate="1" />
    <default field="checked_by" expression="coalesce(nullif(@user_full_name, ''), @user_account_name)" applyOnUpdate="1" />
  </defaults>
  <constraints>
    <constraint field="id" constraints="3" notnull_strength="1" unique_strength="1" exp_strength="0" />
    <constraint field="name" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="status" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="drawn_area_km2" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="datum_in" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="source" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="licence" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="precision" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="uncertainty_m" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  </constraints>
</qgis>
